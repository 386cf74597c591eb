const [clicked, submitted] = [expecting(), expecting()];
whenLoaded(() => {
  const form = document.forms[0];
  document.querySelector('#go').addEventListener('click', (event) => {
    event.preventDefault();
    form.requestSubmit();
    clicked();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    setTimeout(() => form.submit(), 0);
    submitted();
  });
});
