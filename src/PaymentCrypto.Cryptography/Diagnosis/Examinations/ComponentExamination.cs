using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis.Repair;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>Every check of the components of a key: lengths, doubles, parity, their check values and that of the key.</summary>
public sealed class ComponentExamination
{
    private readonly Examination _examination = new();
    private readonly BlockCipherAlgorithm _algorithm;
    private readonly IReadOnlyList<ComponentEvidence> _components;

    private ComponentExamination(BlockCipherAlgorithm algorithm, IReadOnlyList<ComponentEvidence> components) =>
        (_algorithm, _components) = (algorithm, components);

    /// <summary>Examines components.</summary>
    /// <param name="algorithm">What the key is for.</param>
    /// <param name="components">The components, as many as there are.</param>
    /// <param name="keyCheckValue">The check value of the key that they give; null when none was given.</param>
    /// <returns>The findings, the first cause first.</returns>
    public static IReadOnlyList<ExchangeFinding> Examine(BlockCipherAlgorithm algorithm, IReadOnlyList<ComponentEvidence> components, string? keyCheckValue)
    {
        ArgumentNullException.ThrowIfNull(components);
        var examination = new ComponentExamination(algorithm, components);
        if (components.Count > 0 && examination.Lengths())
        {
            examination.Doubles();
            bool sound = examination.CheckValues();
            examination.Key(keyCheckValue, sound);
        }

        return examination._examination.Findings;
    }

    private bool Lengths()
    {
        int[] lengths = _algorithm == BlockCipherAlgorithm.Aes ? [16, 24, 32] : [8, 16, 24];
        for (int i = 0; i < _components.Count; i++)
        {
            int length = _components[i].Value.Length;
            if (!lengths.Contains(length) || length != _components[0].Value.Length)
            {
                _examination.Fail(
                    ExchangeCause.ComponentLength,
                    string.Create(CultureInfo.InvariantCulture,
                        $"Component {i + 1} has {2 * length} digits{(i > 0 ? $", the first {2 * _components[0].Value.Length}" : "")}."),
                    $"{string.Join(" or ", lengths.Select(static bytes => (2 * bytes).ToString(CultureInfo.InvariantCulture)))} digits, the same in all");
                return false;
            }
        }

        _examination.Pass(ExchangeCause.ComponentLength,
            string.Create(CultureInfo.InvariantCulture, $"{_components.Count} components of {2 * _components[0].Value.Length} digits."));
        return true;
    }

    private void Doubles()
    {
        for (int i = 0; i < _components.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (CryptographicOperations.FixedTimeEquals(_components[i].Value.Span, _components[j].Value.Span))
                {
                    _examination.Fail(ExchangeCause.ComponentTwice,
                        string.Create(CultureInfo.InvariantCulture, $"Components {j + 1} and {i + 1} are the same and cancel each other out."));
                }
            }
        }
    }

    /// <summary>Compares the check values on the papers; false when one is known to be wrong.</summary>
    private bool CheckValues()
    {
        bool sound = true;
        for (int i = 0; i < _components.Count; i++)
        {
            Parity(i);
            if (string.IsNullOrWhiteSpace(_components[i].CheckValue))
            {
                _examination.Unknown(ExchangeCause.CheckValue,
                    string.Create(CultureInfo.InvariantCulture, $"Component {i + 1} has the check value {Standard(i)}; its paper was not given to compare."));
            }
            else
            {
                sound &= Compare(i, _components[i].CheckValue!);
            }
        }

        return sound;
    }

    private string Standard(int index) => KeyCheckValue.Standard(_algorithm, _components[index].Value.Span);

    private bool Compare(int index, string checkValue)
    {
        if (CheckValueMethods.Read(checkValue) is { } digits && !CheckValueMethods.Agree(Standard(index), digits))
        {
            for (int other = 0; other < _components.Count; other++)
            {
                if (other != index && CheckValueMethods.Agree(Standard(other), digits))
                {
                    _examination.Fail(
                        ExchangeCause.ComponentOrder,
                        string.Create(CultureInfo.InvariantCulture,
                            $"The check value {digits}, given for component {index + 1}, is that of component {other + 1}."),
                        Standard(index));
                    return true;
                }
            }

            if (Explain(index, digits))
            {
                return false;
            }
        }

        return CheckValueMethods.Examine(_examination, _algorithm, _components[index].Value.Span, checkValue,
            string.Create(CultureInfo.InvariantCulture, $"component {index + 1}"));
    }

    private bool Explain(int index, string digits)
    {
        SecretBuffer value = _components[index].Value;
        using var swapped = new SecretBuffer(value.Length);
        ComponentSwap.Halves(value.Span, swapped.Span);
        if (CheckValueMethods.Agree(KeyCheckValue.Standard(_algorithm, swapped.Span), digits))
        {
            _examination.Fail(
                ExchangeCause.ComponentHalves,
                string.Create(CultureInfo.InvariantCulture, $"Component {index + 1} has the check value {digits} with its halves in the other order."),
                digits);
            return true;
        }

        if (digits.Length > 16)
        {
            return false;
        }

        return Digit(ComponentRepair.Find(_algorithm, value.Span, digits), string.Create(CultureInfo.InvariantCulture, $"Component {index + 1}"), digits,
            ofComponent: index + 1);
    }

    private bool Digit(IReadOnlyList<ComponentCorrection> corrections, string what, string digits, int? ofComponent = null)
    {
        try
        {
            if (corrections.Count == 0)
            {
                return false;
            }

            string[] places = corrections
                .Select(correction =>
                    ofComponent is null ? correction.ToString() : correction.ToString()[(correction.ToString().IndexOf(',', StringComparison.Ordinal) + 2)..])
                .Distinct().ToArray();
            _examination.Fail(
                ExchangeCause.ComponentDigit,
                string.Create(CultureInfo.InvariantCulture, $"{what} has the check value {digits} with one digit changed or two swapped: "
                    + $"{string.Join("; ", places.Take(4))}{(places.Length > 4 ? "; …" : "")} ({corrections.Count} possible "
                    + $"{(corrections.Count == 1 ? "correction" : "corrections")})."),
                digits);
            return true;
        }
        finally
        {
            foreach (ComponentCorrection correction in corrections)
            {
                correction.Dispose();
            }
        }
    }

    // Parity is no cause: DES does not see it, and components are often random. Who has to enter them in an HSM should know.
    private void Parity(int index)
    {
        if (_algorithm != BlockCipherAlgorithm.Tdes)
        {
            return;
        }

        int even = 0;
        foreach (byte b in _components[index].Value.Span)
        {
            even += BitOperations.PopCount(b) % 2 == 0 ? 1 : 0;
        }

        if (even == 0)
        {
            _examination.Pass(ExchangeCause.Parity, string.Create(CultureInfo.InvariantCulture, $"Component {index + 1} has odd parity."));
        }
        else
        {
            _examination.Pass(ExchangeCause.Parity, string.Create(CultureInfo.InvariantCulture,
                $"Component {index + 1} has {even} of {_components[index].Value.Length} bytes of even parity, which only some HSMs refuse."));
        }
    }

    private void Key(string? keyCheckValue, bool componentsSound)
    {
        if (_components.Count < 2 || string.IsNullOrWhiteSpace(keyCheckValue))
        {
            _examination.Unknown(ExchangeCause.CheckValue, "The check value of the key was not compared: it takes all components and the check value.");
            return;
        }

        if (!componentsSound)
        {
            _examination.Unknown(ExchangeCause.CheckValue, "The check value of the key was not compared: a component is wrong.");
            return;
        }

        using var key = SecretBuffer.CopyOf(_components[0].Value.Span);
        foreach (ComponentEvidence component in _components.Skip(1))
        {
            Bytes.Xor(key.Span, component.Value.Span);
        }

        if (CheckValueMethods.Read(keyCheckValue) is { Length: <= 16 } digits && !CheckValueMethods.Agree(KeyCheckValue.Standard(_algorithm, key.Span), digits)
            && _components.All(static component => string.IsNullOrWhiteSpace(component.CheckValue))
            && (HalvesOfOne(key.Span, digits)
                || Digit(ComponentRepair.Find(_algorithm, [.. _components.Select(static component => component.Value)], digits), "The key", digits)))
        {
            return;
        }

        CheckValueMethods.Examine(_examination, _algorithm, key.Span, keyCheckValue, "key of all components");
    }

    private bool HalvesOfOne(ReadOnlySpan<byte> key, string digits)
    {
        for (int i = 0; i < _components.Count; i++)
        {
            SecretBuffer value = _components[i].Value;
            using var tried = SecretBuffer.CopyOf(key);
            using var swapped = new SecretBuffer(value.Length);
            ComponentSwap.Halves(value.Span, swapped.Span);
            Bytes.Xor(tried.Span, value.Span);
            Bytes.Xor(tried.Span, swapped.Span);
            if (CheckValueMethods.Agree(KeyCheckValue.Standard(_algorithm, tried.Span), digits))
            {
                _examination.Fail(
                    ExchangeCause.ComponentHalves,
                    string.Create(CultureInfo.InvariantCulture,
                        $"The key has the check value {digits} with the halves of component {i + 1} in the other order."),
                    digits);
                return true;
            }
        }

        return false;
    }
}
