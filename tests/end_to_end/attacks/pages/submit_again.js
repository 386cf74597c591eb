whenShown(() => again(() => document.forms[0]?.submit()));
