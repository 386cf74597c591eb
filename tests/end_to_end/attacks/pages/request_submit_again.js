whenShown(() => again(() => document.forms[0]?.requestSubmit()));
