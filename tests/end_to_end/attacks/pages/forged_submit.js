// An event that a script makes; a browser may take it for a sending.
whenShown(() => setTimeout(() => document.forms[0]?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })), 100));
