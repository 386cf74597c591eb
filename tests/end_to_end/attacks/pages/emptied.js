whenFirstShown(() =>
  setTimeout(() => {
    document.head.replaceChildren();
    document.body.innerHTML = '';
  }, 100),
);
