whenLoaded(() => {
  const all = document.createDocumentFragment();
  for (let number = 0; number < 10_000; number += 1) {
    const form = document.createElement('form');
    form.append(Object.assign(document.createElement('input'), { name: `n${number}` }), document.createElement('button'));
    all.append(form);
  }
  document.body.append(all);
});
