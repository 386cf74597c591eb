const opened = [];
const open = () => {
  if (opened.length < 3) opened.push(window.open('/advert', '', 'width=800,height=600,left=0,top=0'));
};
for (const type of ['pointerdown', 'click']) addEventListener(type, open, true);
whenShown(() => again(open, 50));
