"""What the calendar of events rests on: plain Python."""
