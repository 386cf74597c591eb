// Every press that the page hears of, it makes again.
const happened = expecting();
let isMine = false;
addEventListener(
  'click',
  (event) => {
    if (event.target.id !== 'go' || isMine) return;
    isMine = true;
    event.target.click();
    isMine = false;
    happened();
  },
  true,
);
