whenShown(() => {
  const ends = Date.now() + 1200;
  while (Date.now() < ends);
});
