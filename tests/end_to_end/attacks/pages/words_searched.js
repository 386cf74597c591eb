whenFirstShown(() =>
  setTimeout(() => {
    if (window.find?.('What you wrote is still here')) learned('words found');
    const found = getSelection().toString();
    if (/still here/.test(found)) learned(found);
  }, 300),
);
