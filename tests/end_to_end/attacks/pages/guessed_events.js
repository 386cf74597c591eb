const say = (target, type, detail) => target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
whenShown((host) =>
  again(() => {
    for (const target of [document, window, document.forms[0], host]) {
      if (!target) continue;
      say(target, 'netcurtain', 'nc1');
      for (const type of ['nc1', 'nc1 go', 'nc go', ' go', 'go', 'undefined go', 'nc1 consent', 'pageshow']) say(target, type, 'nc1');
    }
  }, 20),
);
say(document, 'netcurtain', 'nc1');
