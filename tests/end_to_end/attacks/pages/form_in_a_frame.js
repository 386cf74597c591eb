// The form itself is carried into a frame, and sent from there.
whenFirstShown(() =>
  setTimeout(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const form = frame.contentDocument.body.appendChild(frame.contentDocument.adoptNode(document.forms[0]));
    form.target = '_top';
    form.submit();
    form.requestSubmit();
  }, 200),
);
