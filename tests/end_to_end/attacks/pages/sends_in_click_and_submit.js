addEventListener('DOMContentLoaded', () => {
  const form = document.forms[0];
  document.querySelector('#go').addEventListener('click', (event) => {
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    setTimeout(() => form.submit(), 0);
  });
});
