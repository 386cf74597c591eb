const known = new Set(['error', 'load']);
const tell = (name) => /^nc\d{6,}/.test(name) && !known.has(name) && (known.add(name), learned(name));
const wrap = (holder, name, at) => {
  const native = holder[name];
  holder[name] = function (...values) {
    tell(String(values[at]?.type ?? values[at]));
    return Reflect.apply(native, this, values);
  };
};
wrap(EventTarget.prototype, 'dispatchEvent', 0);
wrap(EventTarget.prototype, 'addEventListener', 0);
wrap(Document.prototype, 'createEvent', 0);
globalThis.CustomEvent = new Proxy(CustomEvent, { construct: (native, values) => (tell(String(values[0])), Reflect.construct(native, values)) });
const { apply } = Reflect;
Reflect.apply = (native, self, values) => {
  for (const value of values ?? []) tell(String(value?.type ?? value));
  return apply(native, self, values);
};
whenShown(() => again(() => document.forms[0]?.submit(), 50));
