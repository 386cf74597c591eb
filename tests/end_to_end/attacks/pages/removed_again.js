whenShown((host) => host.remove());
