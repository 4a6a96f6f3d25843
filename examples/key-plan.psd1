# What make-planned-keys.ps1 makes: one entry for each key. The keys of an entry are parameters of New-PcKey.
@{
    Keys = @(
        @{ Alias = 'alias/acquirer/bdk'; Usage = 'B0'; Algorithm = 'AES_128'; Exportable = $true; Tag = @{ system = 'acquirer'; purpose = 'terminals' } }
        @{ Alias = 'alias/acquirer/pin'; Usage = 'P0'; Algorithm = 'TDES_3KEY'; Exportable = $true; Tag = @{ system = 'acquirer'; purpose = 'pin' } }
        @{ Alias = 'alias/issuer/cvk'; Usage = 'C0'; Algorithm = 'TDES_2KEY'; Exportable = $false; Tag = @{ system = 'issuer'; purpose = 'cvv' } }
        @{ Alias = 'alias/issuer/pvk'; Usage = 'V2'; Algorithm = 'TDES_2KEY'; Exportable = $false; Tag = @{ system = 'issuer'; purpose = 'pvv' } }
    )
}
