// The page stands still in the frame in which the card would be painted first; a press of that time comes when it has been "up" for long.
whenShown(() =>
  requestAnimationFrame(() => {
    const ends = Date.now() + 1200;
    while (Date.now() < ends);
  }),
);
