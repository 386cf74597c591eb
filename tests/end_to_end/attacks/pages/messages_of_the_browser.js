const happened = expecting();
let said = 0;
whenShown(() =>
  again(() => {
    if (said === 15) return;
    const ask = [alert, confirm, prompt][said % 3];
    said += 1;
    ask('Press OK to go on');
    happened();
  }, 10),
);
