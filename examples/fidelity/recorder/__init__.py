"""What fidelity.py is made of."""
