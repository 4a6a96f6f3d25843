# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/acquirer

# Example: Back the store up with a passphrase, so that it can be restored on any machine
Backup-PcStore ./store.pcbackup -Passphrase (Read-Host -AsSecureString 'Passphrase of the backup') -Force
# Output:
# BackupFile : /home/me/store.pcbackup
# BackupTime : 2026-11-25 01:30:46Z
# Contents   : 1 keys, 1 aliases, 0 tokens
# Verified   : 1 sealed secrets authenticate
# OpensWith  : its passphrase
# Size       : 125 KiB

# Example: Back the store up so that it opens with the store's own key file
$backup = Backup-PcStore ./store.pcbackup -Force
$backup.MasterKeyId
# Remark: The key file is not in the backup. Keep a copy of master-<MasterKeyId>.key apart from it: without that file nobody can read the keys.
