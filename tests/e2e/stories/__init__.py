"""What the browser stories are told with: screens as people see them, and colleagues who work behind the scene."""
