whenShown(() =>
  again(() => {
    document.querySelector('#when').focus();
    document.querySelector('#go').focus();
  }),
);
