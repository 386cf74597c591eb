const thing = document.body.appendChild(Object.assign(document.createElement('div'), { draggable: true, textContent: 'Drag me' }));
thing.style.cssText = 'position:fixed;left:450px;top:350px;width:200px;height:80px;background:orange';
for (const type of ['dragenter', 'dragover', 'drop']) addEventListener(type, (event) => event.preventDefault(), true);
whenShown((host) =>
  again(() => {
    for (const type of ['dragstart', 'dragenter', 'dragover', 'drop', 'dragend']) host.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true }));
  }, 20),
);
