// A copy of the form, which nobody has looked at yet.
whenFirstShown(() =>
  setTimeout(() => {
    const copy = document.body.appendChild(document.forms[0].cloneNode(true));
    copy.elements.when.value = document.forms[0].elements.when.value;
    copy.submit();
    copy.requestSubmit();
  }, 200),
);
