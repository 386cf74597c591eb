const over = document.body.appendChild(cover('dialog'));
whenShown(() =>
  eachFrame(() => {
    over.close();
    over.showModal();
  }),
);
