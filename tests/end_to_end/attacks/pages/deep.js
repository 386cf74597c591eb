whenLoaded(() => {
  let at = document.body;
  for (let depth = 0; depth < 3_000; depth += 1) at = at.appendChild(document.createElement('span'));
  at.append(document.createElement('input'));
});
