const ours = new Set([document.head, document.body]);
eachFrame(() => [...document.documentElement.children].forEach((child) => ours.has(child) || child.remove()));
