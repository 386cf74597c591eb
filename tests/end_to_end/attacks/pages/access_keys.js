whenShown((host) =>
  again(() => {
    host.accessKey = 'a';
    host.tabIndex = 0;
    host.autofocus = true;
    host.setAttribute('contenteditable', 'true');
    host.focus();
    document.execCommand('selectAll');
    document.execCommand('insertText', false, 'Go on as it is');
  }, 50),
);
