const over = document.body.appendChild(cover('dialog'));
whenShown(() =>
  again(() => {
    over.close();
    over.showModal();
  }),
);
