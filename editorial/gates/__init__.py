"""The gates below the rules: grants, digests, triggers, the workbench, the file view's rule."""
