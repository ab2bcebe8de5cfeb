"""processctl: a customer's journey as code, checked so that no lead is left behind."""

__version__ = "0.1.0"
