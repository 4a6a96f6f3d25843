# Example: Protect the store with a passphrase from now on
Update-PcVaultMasterKey -NewPassphrase (Read-Host -AsSecureString) -Confirm:$false
# Output:

# Example: Replace the key file
Update-PcVaultMasterKey -KeyFile -Confirm:$false
# Output:
