whenFirstShown((host) => setTimeout(() => host.remove(), 100));
