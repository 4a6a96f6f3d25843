# Example: The PIN of a block of format 0
ConvertFrom-PcPinBlock 0123456789ABCDEFFEDCBA9876543210 1B9C1845EB993A7A -Pan 4012345678909 -Ksn FFFF9876543210E00001 -AsPlainText

# Example: Why a block does not open
ConvertFrom-PcPinBlock 0123456789ABCDEFFEDCBA9876543210 1B9C1845EB993A7A -Pan 4012345678901 -AsPlainText -ShowSteps | Select-Object Step, Output
# Fails: PcCalculationPinBlock
# Remark: Here the key serial number was forgotten. What comes out under the wrong key looks like chance; under the right key with a wrong PAN the first bytes would still be 04 and the length of the PIN.
