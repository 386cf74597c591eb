whenFirstShown(() =>
  setTimeout(() => {
    document.open();
    document.write('<title>Another page</title><form method="post" action="/take"><input name="when" value="from the page"><button id="go">Go</button></form>');
    document.close();
  }, 100),
);
