whenFirstShown(() => {
  const over = document.body.appendChild(cover('dialog'));
  setTimeout(() => over.showModal(), 300);
});
