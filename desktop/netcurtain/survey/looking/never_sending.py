"""No form leaves a survey's browser, whatever a page or a mistake of ours does.

An extension beside ours, which is rules and nothing else (RULES): a document is only ever asked for, never sent something; and every
document is told to send no form, also none whose answers would be in an address, wherever in the page it lies. And a second stop before it,
in every frame before the page's own scripts: nothing submits (SCRIPT). That one alone does not see into shadow roots.

So a form that a script sends by itself is not tried at all, and what it would have told is not among what a survey finds.
"""

import json
from pathlib import Path

SCRIPT = """(() => {
  const stop = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('submit', stop, true);
  const nothing = { submit() {}, requestSubmit() {} };
  for (const name of Object.keys(nothing)) {
    Object.defineProperty(HTMLFormElement.prototype, name, { value: nothing[name], writable: true, configurable: true, enumerable: true });
  }
})();"""
"""As they are in every page, ``writable`` and ``configurable``: our extension puts its own in place of it, which then calls this one."""

MANIFEST = {
    "manifest_version": 3,
    "name": "Netcurtain survey: no form is sent",
    "version": "1",
    "permissions": ["declarativeNetRequest", "declarativeNetRequestWithHostAccess"],
    # Without them no answer is changed.
    "host_permissions": ["<all_urls>"],
    "declarative_net_request": {"rule_resources": [{"id": "rules", "enabled": True, "path": "rules.json"}]},
}
DOCUMENTS = ["main_frame", "sub_frame"]
RULES = [
    {
        "id": 1,
        "priority": 1,
        "action": {"type": "block"},
        "condition": {"excludedRequestMethods": ["get", "head"], "resourceTypes": DOCUMENTS},
    },
    {
        "id": 2,
        "priority": 1,
        "action": {
            "type": "modifyHeaders",
            # Beside the page's own, of which it takes nothing.
            "responseHeaders": [{"header": "content-security-policy", "operation": "append", "value": "form-action 'none'"}],
        },
        "condition": {"resourceTypes": DOCUMENTS},
    },
]


def write(folder: Path) -> Path:
    """The extension of rules, in a new folder."""
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps(MANIFEST), encoding="utf-8")
    (folder / "rules.json").write_text(json.dumps(RULES), encoding="utf-8")
    return folder
