whenShown(() =>
  again(() => {
    const form = document.forms[0];
    const place = form?.parentNode;
    form?.remove();
    if (form) place?.append(form);
    form?.submit();
  }, 30),
);
