"""PC9: who leads the change, what is reviewed when, which plans serve which goals."""
