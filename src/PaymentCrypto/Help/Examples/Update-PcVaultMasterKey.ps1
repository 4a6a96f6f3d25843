# Example: Protects the store with a passphrase from now on
Update-PcVaultMasterKey -NewPassphrase (Read-Host -AsSecureString)

# Example: Replaces the key file
Update-PcVaultMasterKey -KeyFile
