# Example: Protect the store with a passphrase from now on
Update-PcVaultMasterKey -NewPassphrase (Read-Host -AsSecureString) -Confirm:$false
# Output:
# MasterKeyId : 63B87B5B4D438C78135DA70BE9EEAB10
# Protection  : Passphrase
# Created     : 2026-11-25 01:30:46Z
# Store       : /home/me/.local/share/paymentcrypto/store.db

# Example: Replace the key file
Update-PcVaultMasterKey -KeyFile -Confirm:$false
# Output:
# MasterKeyId : 1787091933389CF47F1AC67DFF54F6DE
# Protection  : KeyFile
# Created     : 2026-11-25 01:30:53Z
# Store       : /home/me/.local/share/paymentcrypto/store.db
