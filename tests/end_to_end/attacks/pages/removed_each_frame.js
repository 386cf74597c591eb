const ours = new Set([document.head, document.body]);
const happened = expecting();
eachFrame(() => {
  for (const child of document.documentElement.children) {
    if (ours.has(child)) continue;
    child.remove();
    if (filledIn) happened();
  }
});
