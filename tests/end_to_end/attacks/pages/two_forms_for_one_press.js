// One press on the button, and a second form alike is sent as well.
const happened = expecting();
whenLoaded(() => {
  const form = document.forms[0];
  form.addEventListener('submit', () => {
    if (form.dataset.twin) return;
    form.dataset.twin = 'yes';
    const twin = form.cloneNode(true);
    twin.target = 'elsewhere';
    document.body.append(Object.assign(document.createElement('iframe'), { name: 'elsewhere' }), twin);
    twin.elements.when.value = form.elements.when.value;
    twin.submit();
    happened();
  });
});
