"""Handing in on the public side: write, send, follow, without the back office (Đ7.1 dash 1). See docs/handing-in.md."""
