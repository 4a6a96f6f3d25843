# Example: Destroys them and says how many there were
Clear-PcExpiredToken -Verbose

# Example: Rehearse what is left a month from now
Get-PcImportParameters | Out-Null
Set-PcProvider -TimeOffset 31.00:00:00
Clear-PcExpiredToken -Verbose
