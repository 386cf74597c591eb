whenShown(() =>
  again(() => {
    const field = Object.assign(document.createElement('input'), { autofocus: true });
    document.forms[0]?.append(field);
    field.focus();
    field.remove();
  }, 20),
);
