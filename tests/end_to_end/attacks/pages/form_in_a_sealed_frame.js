const frame = document.body.appendChild(document.createElement('iframe'));
frame.sandbox = 'allow-same-origin allow-forms allow-top-navigation';
frame.src = '/advert';
whenFirstShown(() =>
  setTimeout(() => {
    const form = frame.contentDocument.body.appendChild(frame.contentDocument.adoptNode(document.forms[0]));
    form.target = '_top';
    form.submit();
  }, 300),
);
