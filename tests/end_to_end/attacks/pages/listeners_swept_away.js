// document.open() takes every listener from the document and its window; then the form is put back and sent.
whenFirstShown(() =>
  setTimeout(() => {
    const form = document.forms[0];
    document.open();
    document.write('<body>');
    document.close();
    document.body.append(form);
    form.requestSubmit();
    form.submit();
  }, 200),
);
