# Setup:
$null = New-PcKey P0 AES_128 -Alias alias/pin/acquirer
$null = Backup-PcStore ./store.pcbackup -IncludeKeyFile -Force -WarningAction SilentlyContinue

# Example: Restore a backup beside the store that is in use, to look at it first
$null = Restore-PcStore ./store.pcbackup -Path ./restored -Force
Set-PcProvider -Path ./restored
Get-PcKeyAlias
# Output:
# AliasName          Key
# ---------          ---
# alias/pin/acquirer pywxgia4npddkm3z

# Example: Put a backup in the place of the session's own store
Restore-PcStore ./store.pcbackup -Path ./restored -Force
# Remark: Nobody else may have the store open. What happened in it since the backup is lost.
