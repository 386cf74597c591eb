const happened = expecting();
let opened = 0;
const open = () => {
  if (opened < 3 && window.open('/advert', '', 'width=800,height=600,left=0,top=0')) opened += 1;
  if (opened === 3) happened();
};
for (const type of ['pointerdown', 'click']) addEventListener(type, open, true);
whenShown(() => again(open, 50));
