whenShown(() => {
  document.documentElement.inert = true;
  document.documentElement.hidden = true;
});
