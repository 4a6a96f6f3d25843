# Example: Destroys the key after 30 days
Remove-PcKey alias/pin/old -PendingWindowInDays 30

# Example: Removes every key with an alias under test/, without asking, and shows when each will be destroyed
Get-PcKey alias/test/* | Remove-PcKey -PendingWindowInDays 3 -Force -PassThru
