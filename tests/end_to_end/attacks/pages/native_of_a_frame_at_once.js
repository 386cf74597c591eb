// Before the person has pressed anything the page has its natives ready.
const { submit, requestSubmit } = document.body.appendChild(document.createElement('iframe')).contentWindow.HTMLFormElement.prototype;
whenFirstShown(() =>
  setTimeout(() => {
    submit.call(document.forms[0]);
    requestSubmit.call(document.forms[0]);
  }, 200),
);
